// The phone page without reloads: it hears of a change with what it may see, and sends an answer.
(() => {
  const now = document.getElementById("now"), lost = document.getElementById("lost")
  const base = `/r/${now.dataset.code}`, silence = 40000, again = 3000
  const step = () => now.querySelector(".step").dataset
  let dirty = false, events, last

  const stepIn = (html) => new DOMParser().parseFromString(html, "text/html").querySelector(".step")?.dataset

  function show(html) {
    const held = document.activeElement && now.contains(document.activeElement) ? document.activeElement.id : ""
    now.innerHTML = html
    dirty = false
    if (held) document.getElementById(held)?.focus()
  }

  // What somebody is just typing or choosing stays, unless the vote itself went on.
  function arrived(html) {
    const coming = stepIn(html)
    if (!coming) return
    const same = coming.step === step().step && coming.phase === step().phase
    if (!(same && dirty && coming.phase === "open")) show(html)
  }

  async function refresh() {
    const answer = await fetch(`${base}/now`, { headers: { "x-narabe": "1" } })
    if (answer.ok) arrived(await answer.text())
    else if (answer.status < 500) location.reload()
  }

  function notSent(form) {
    form.querySelector("button").disabled = false
    let told = form.querySelector(".wrong")
    if (!told) {
      told = document.createElement("p")
      told.className = "wrong"
      told.setAttribute("role", "alert")
      form.querySelector("button").before(told)
    }
    told.textContent = now.dataset.notSent
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
      now.querySelector("[role=status],[role=alert]")?.scrollIntoView({ block: "nearest" })
    } catch {
      notSent(form)
    }
  })

  function heard() {
    last = Date.now()
    lost.hidden = true
  }

  // A browser gives up after an answer that is no stream; a line that breaks silently is noticed by the missing beat.
  function listen() {
    events?.close()
    last = Date.now()
    events = new EventSource(`${base}/events`)
    events.addEventListener("open", heard)
    events.addEventListener("beat", heard)
    events.addEventListener("gone", () => location.reload())
    events.addEventListener("error", () => { lost.hidden = false })
    events.addEventListener("change", (event) => {
      heard()
      const told = JSON.parse(event.data)
      if (told.html) arrived(told.html)
      else refresh().catch(() => { lost.hidden = false })
    })
  }

  setInterval(() => {
    const gone = events.readyState === EventSource.CLOSED
    if (!gone && Date.now() - last < silence) return
    listen()
    if (gone) refresh().catch(() => { lost.hidden = false })
  }, again)
  addEventListener("online", listen)
  listen()
})()
