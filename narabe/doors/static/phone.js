// The phone page without reloads: it hears of a change, fetches what it may see, and sends an answer.
(() => {
  const now = document.getElementById("now"), lost = document.getElementById("lost")
  const base = `/r/${now.dataset.code}`
  const step = () => now.querySelector(".step").dataset
  let dirty = false

  function show(html) {
    const held = document.activeElement && now.contains(document.activeElement) ? document.activeElement.id : ""
    now.innerHTML = html
    dirty = false
    if (held) document.getElementById(held)?.focus()
  }

  async function refresh() {
    const answer = await fetch(`${base}/now`, { headers: { "x-narabe": "1" } })
    if (!answer.ok) return
    const html = await answer.text()
    const coming = new DOMParser().parseFromString(html, "text/html").querySelector(".step")?.dataset
    if (!coming) return
    const same = coming.step === step().step && coming.phase === step().phase
    if (!(same && dirty && coming.phase === "open")) show(html)
  }

  now.addEventListener("input", () => { dirty = true })
  now.addEventListener("submit", async (event) => {
    event.preventDefault()
    const form = event.target, button = form.querySelector("button")
    button.disabled = true
    try {
      const answer = await fetch(form.action, {
        method: "POST", headers: { "x-narabe": "1" }, body: new URLSearchParams(new FormData(form)),
      })
      show(await answer.text())
      now.querySelector("[role=status],[role=alert]")?.scrollIntoView({ block: "nearest" })
    } catch {
      button.disabled = false
      let told = form.querySelector(".wrong")
      if (!told) {
        told = document.createElement("p")
        told.className = "wrong"
        told.setAttribute("role", "alert")
        button.before(told)
      }
      told.textContent = now.dataset.notSent
    }
  })

  const events = new EventSource(`${base}/events`)
  events.addEventListener("open", () => { lost.hidden = true })
  events.addEventListener("error", () => { lost.hidden = false })
  events.addEventListener("change", () => refresh().catch(() => { lost.hidden = false }))
})()
