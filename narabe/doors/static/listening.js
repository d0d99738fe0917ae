// The step that stands in a piece of HTML, as its page describes it.
const stepIn = (html) => new DOMParser().parseFromString(html, "text/html").querySelector(".step")?.dataset

// What may be seen now. A room that is gone is said by the page itself; anything else is tried again.
const present = async (address) => {
  const answer = await fetch(address, { headers: { "x-narabe": "1" } })
  if (answer.ok) return answer.text()
  if (answer.status < 500) location.reload()
  throw new Error(answer.status)
}

// Hears of a room's changes: takes a lost line up again by itself, and says so in #lost while there is none.
// `changed` gets what was told of a change, or nothing where only the present state is to be fetched again; it fails
// where that did not arrive, and is then tried again.
const listening = (base, changed, counted) => {
  const lost = document.getElementById("lost"), silence = 40000, again = 3000
  let events, last, behind = false

  function missing() { lost.hidden = false }

  function heard() {
    last = Date.now()
    lost.hidden = !behind
  }

  async function update(told) {
    try {
      await changed(told)
      behind = false
      if (events.readyState === EventSource.OPEN) heard()
    } catch {
      behind = true
      missing()
    }
  }

  // A browser gives up after an answer that is no stream; a line that breaks silently is noticed by the missing beat.
  function listen() {
    events?.close()
    last = Date.now()
    events = new EventSource(`${base}/events`)
    events.addEventListener("open", heard)
    events.addEventListener("beat", heard)
    events.addEventListener("gone", () => location.reload())
    events.addEventListener("error", missing)
    events.addEventListener("change", (event) => {
      heard()
      update(JSON.parse(event.data))
    })
    events.addEventListener("count", (event) => {
      heard()
      counted?.(JSON.parse(event.data))
    })
  }

  setInterval(() => {
    const over = events.readyState === EventSource.CLOSED
    if (over || Date.now() - last >= silence) listen()
    if (over || behind) update()
  }, again)
  addEventListener("offline", missing)
  addEventListener("online", listen)
  listen()
}
