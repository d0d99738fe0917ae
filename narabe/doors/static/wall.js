// The wall hears of a change and fetches what may be shown; keys steer where this browser holds the key.
(() => {
  const now = document.getElementById("now"), refused = document.getElementById("refused")
  const base = `/wall/${now.dataset.code}`, proof = now.dataset.proof
  const lang = `?lang=${document.documentElement.lang}`
  const step = () => now.querySelector(".step").dataset
  const SMALLEST = 0.84, LARGEST = 4, TOLD_FOR = 8000
  // How wide the labels of bars may be, and the least width of a column of options: the second for long words.
  const WIDTHS = [{ labels: "45%", column: "17em" }, { labels: "82%", column: "100%" }]
  const DOUBLE = { ...WIDTHS[0], double: true }
  let quiet

  // What fills the wall: type and bars as large as they fit; many options with their cohorts stand in two columns.
  // Where the smallest is too large, the last options make way, and a line says how many.
  function fit() {
    const shown = now.querySelector(".shown")
    if (!shown) return
    shown.querySelector(".more")?.remove()
    const items = parts(shown)
    for (const item of items) item.hidden = false
    const fits = () => shown.scrollHeight <= shown.clientHeight + 1 && shown.scrollWidth <= shown.clientWidth + 1
    const [narrow, wide] = WIDTHS.map((widths) => sized(shown, widths, fits))
    const several = shown.classList.contains("several")
    if (!narrow && !wide && several) set(shown, DOUBLE, sized(shown, DOUBLE, fits) || SMALLEST)
    else if (narrow >= Math.min(1, wide)) set(shown, WIDTHS[0], narrow || SMALLEST)
    else set(shown, WIDTHS[1], wide)
    if (!fits()) leaveOut(shown, items, fits)
    align(shown)
  }

  function set(shown, { labels, column, double = false }, k) {
    shown.classList.toggle("double", double)
    shown.style.setProperty("--labels", labels)
    shown.style.setProperty("--column", column)
    shown.style.setProperty("--k", k)
  }

  // The largest size that fits with these widths; 0 where none does.
  function sized(shown, widths, fits) {
    let low = SMALLEST, high = LARGEST
    set(shown, widths, low)
    if (!fits()) return 0
    while (high - low > 0.02) {
      const middle = (low + high) / 2
      set(shown, widths, middle)
      if (fits()) low = middle
      else high = middle
    }
    return low
  }

  // Guesses stand below the bar they guess, from the same beginning to the same end.
  function align(shown) {
    const bar = shown.querySelector(".groups .bar svg")?.getBoundingClientRect()
    const whole = shown.getBoundingClientRect()
    for (const each of shown.querySelectorAll(".guesses svg, .guesses .ends")) {
      each.style.marginLeft = bar ? `${bar.left - whole.left}px` : ""
      each.style.width = bar ? `${bar.width}px` : ""
    }
  }

  function parts(shown) {
    const groups = [...shown.querySelectorAll(".groups > .group")]
    if (groups.length > 1) return groups
    return [...shown.querySelectorAll(groups.length ? ".groups .bar" : ".options > li, .texts > li")]
  }

  function leaveOut(shown, items, fits) {
    if (items.length < 2) return
    const more = document.createElement("p")
    more.className = "more"
    items[0].closest(".groups, .options, .texts").after(more)
    for (let left = items.length - 1; left > 0; left--) {
      items[left].hidden = true
      more.textContent = shown.dataset.more.replace("{n}", items.length - left)
      if (fits()) return
    }
  }

  async function refresh() {
    const html = await present(`${base}/now${lang}`), coming = stepIn(html)
    if (!coming || Number(coming.change) < Number(step().change)) return
    const before = { ...step() }
    const heldBefore = new Set([...now.querySelectorAll(".bar.held")].map((bar) => bar.dataset.bar))
    now.innerHTML = html
    if (before.step === step().step && before.phase !== step().phase && step().phase === "revealed") {
      for (const bar of now.querySelectorAll(".bar")) {
        if (heldBefore.has(bar.dataset.bar) || bar.classList.contains("series-room")) bar.classList.add("grow")
      }
    }
    fit()
  }

  function tell(said) {
    clearTimeout(quiet)
    refused.textContent = said
    if (said) quiet = setTimeout(() => tell(""), TOLD_FOR)
  }

  async function act(name, by) {
    if (!proof) return
    const said = { act: name, since: step().change, proof }
    if (by) said.by = by
    try {
      const answer = await fetch(`${base}/act${lang}`, { method: "POST", body: new URLSearchParams(said) })
      if (answer.status === 204) tell("")
      else tell((answer.status < 500 && await answer.text()) || refused.dataset.noLine)
    } catch {
      return tell(refused.dataset.noLine)
    }
    await refresh().catch(() => {})  // the next event brings it
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
    key()
  })

  function counted(told) {
    document.getElementById("joined").textContent = told.joined
    document.getElementById("answered").textContent = told.answered
  }

  listening(base, refresh, counted)
  new ResizeObserver(fit).observe(now)
  document.fonts.ready.then(fit)
  fit()
})()
