/** Puts the reader's choice of light or dark on the page before anything is painted. A file, because the policy allows no inline script. */
try {
  const choice = localStorage.getItem('inflight:theme');
  if (choice === 'light' || choice === 'dark') document.documentElement.dataset.theme = choice;
} catch {
  // Storage is blocked: the system's theme is shown.
}
