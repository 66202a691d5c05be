// Live update: when a build closes or a change is found, the page is fetched again and its content replaced.
// Without script the page is the same, only older.
const QUIET_MILLIS = 1500;
const status = document.getElementById('live');
let timer = 0;

function openParts() {
  return [...document.querySelectorAll('main details')].map((part) => part.open);
}

async function refresh() {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (!answer.ok) {
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
  const open = openParts();
  document.querySelector('main').replaceWith(document.importNode(fresh, true));
  document.querySelectorAll('main details').forEach((part, i) => {
    part.open = open[i] ?? part.open;
  });
  status.textContent = `Updated at ${new Date().toLocaleTimeString()}.`;
  status.hidden = false;
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(() => refresh().catch(() => {}), QUIET_MILLIS);
}

const source = new EventSource('/api/v1/stream');
source.addEventListener('final', soon);
source.addEventListener('change', soon);
addEventListener('pagehide', () => source.close());
