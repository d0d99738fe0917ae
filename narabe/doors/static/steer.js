// A link carries the key behind "#", which never leaves the browser: taken out of the address, then sent as the form.
(() => {
  const key = location.hash.slice(1), form = document.getElementById("steer")
  if (!key) return
  history.replaceState(null, "", location.pathname + location.search)
  form.elements.key.value = key
  form.submit()
})()
