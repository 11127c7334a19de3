// Tells the browser which language the page is in: the switch itself is made by the style sheet.
const choices = [...document.querySelectorAll('input[name=language]')]
function tell() {
  const chosen = choices.find((choice) => choice.checked)
  if (chosen) document.documentElement.lang = chosen.value
}
const wanted =
  location.hash === '#en' || (location.hash !== '#es' && !navigator.language.startsWith('es')) ? 'en' : 'es'
for (const choice of choices) {
  choice.checked = choice.value === wanted
  choice.addEventListener('change', tell)
}
tell()
// A drawing that is wider than its frame shows where it begins.
for (const frame of document.querySelectorAll('.frame .scrolls')) {
  const begin = frame.querySelector('.begin')
  if (begin)
    frame.scrollLeft +=
      begin.getBoundingClientRect().left - frame.getBoundingClientRect().left - frame.clientWidth / 2
}
