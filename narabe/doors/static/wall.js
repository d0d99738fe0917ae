// The wall hears of a change and fetches what may be shown; keys steer where this browser holds the key.
(() => {
  const now = document.getElementById("now"), lost = document.getElementById("lost")
  const base = `/wall/${now.dataset.code}`, proof = now.dataset.proof
  const step = () => now.querySelector(".step").dataset

  function fit() {
    const shown = now.querySelector(".shown")
    if (!shown) return
    shown.style.zoom = 1
    const room = shown.parentElement.clientHeight
    if (shown.scrollHeight > room) shown.style.zoom = Math.max(0.45, room / shown.scrollHeight)
  }

  async function refresh() {
    const answer = await fetch(`${base}/now`)
    if (!answer.ok) return
    const before = { ...step() }
    const heldBefore = new Set([...now.querySelectorAll(".bar.held")].map((bar) => bar.dataset.bar))
    now.innerHTML = await answer.text()
    if (before.step === step().step && before.phase !== step().phase && step().phase === "revealed") {
      for (const bar of now.querySelectorAll(".bar")) {
        if (heldBefore.has(bar.dataset.bar) || bar.classList.contains("series-room")) bar.classList.add("grow")
      }
    }
    fit()
  }

  async function act(name, by) {
    if (!proof) return
    const said = { act: name, since: step().change, proof }
    if (by) said.by = by
    const answer = await fetch(`${base}/act`, { method: "POST", body: new URLSearchParams(said) })
    if (answer.status === 204) await refresh()
  }

  const KEYS = {
    " ": () => act("on"), PageDown: () => act("on"), Enter: () => act("on"),
    ArrowRight: () => act("go", 1), ArrowLeft: () => act("back"), PageUp: () => act("back"), Backspace: () => act("back"),
    b: () => act("black"), B: () => act("black"), ".": () => act("black"),
    f: full, F: full,
  }

  function full() {
    if (document.fullscreenElement) document.exitFullscreen()
    else document.documentElement.requestFullscreen()
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
    const key = KEYS[event.key]
    if (!key) return
    event.preventDefault()
    Promise.resolve(key()).catch(() => { lost.hidden = false })
  })

  const events = new EventSource(`${base}/events`)
  events.addEventListener("open", () => { lost.hidden = true })
  events.addEventListener("error", () => { lost.hidden = false })
  events.addEventListener("change", () => refresh().catch(() => { lost.hidden = false }))
  events.addEventListener("gone", () => location.reload())
  events.addEventListener("count", (event) => {
    const told = JSON.parse(event.data)
    document.getElementById("joined").textContent = told.joined
    document.getElementById("answered").textContent = told.answered
  })
  addEventListener("resize", fit)
  fit()
})()
