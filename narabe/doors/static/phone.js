// The phone page without reloads: it hears of a change with what it may see, and sends an answer.
(() => {
  const now = document.getElementById("now"), news = document.getElementById("news")
  const base = `/r/${now.dataset.code}`
  const step = () => now.querySelector(".step").dataset
  let dirty = false

  // Whoever had the focus inside keeps it: on the same control, else where the new step begins.
  function show(html) {
    const before = { ...step() }, held = now.contains(document.activeElement) && document.activeElement.id
    now.innerHTML = html
    dirty = false
    const after = step()
    if (before.step !== after.step || before.phase !== after.phase) news.textContent = after.news
    if (held !== false) (document.getElementById(held) ?? now.querySelector("h1")).focus({ preventScroll: true })
  }

  // What somebody is just typing or choosing stays, unless the vote itself went on.
  function arrived(html) {
    const coming = stepIn(html)
    if (!coming) return
    const same = coming.step === step().step && coming.phase === step().phase
    if (!(same && dirty && coming.phase === "open")) show(html)
  }

  const refresh = async () => arrived(await present(`${base}/now`))

  // What came of an answer is read out and seen, wherever the reader was.
  function tell() {
    const told = document.getElementById("told")
    told?.focus({ preventScroll: true })
    told?.scrollIntoView({ block: "nearest" })
  }

  function notSent(form) {
    form.querySelector("button").disabled = false
    document.getElementById("told")?.remove()
    for (const field of now.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid")
    const told = document.createElement("p")
    Object.assign(told, { id: "told", className: "wrong", tabIndex: -1, textContent: now.dataset.notSent })
    now.querySelector("h1").after(told)
    tell()
  }

  now.addEventListener("input", () => { dirty = true })
  now.addEventListener("submit", async (event) => {
    event.preventDefault()
    const form = event.target
    form.querySelector("button").disabled = true
    try {
      const answer = await fetch(form.action, {
        method: "POST", headers: { "x-narabe": "1" }, body: new URLSearchParams(new FormData(form)),
      })
      if (answer.status >= 500) return notSent(form)
      const html = await answer.text()
      if (!stepIn(html)) return location.assign(base)
      show(html)
      dirty = answer.status === 422
      tell()
    } catch {
      notSent(form)
    }
  })

  listening(base, (told) => (told?.html ? arrived(told.html) : refresh()))
})()
