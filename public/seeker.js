// Comforts of the seeker pages; every page works without them.

// Leaving fast: hide what is read, then replace this page, so that Back does not lead here.
document.addEventListener("click", (event) => {
  const exit = event.target.closest?.("[data-exit]");
  if (!exit) return;
  event.preventDefault();
  document.documentElement.hidden = true;
  document.title = "";
  try {
    sessionStorage.clear();
  } catch {
    // A browser that keeps nothing.
  }
  location.replace(exit.href);
});

// The phone's position, rounded to about a block before it leaves the phone.
for (const button of document.querySelectorAll("[data-near-me]")) {
  if (!navigator.geolocation) break;
  const note = document.getElementById(button.getAttribute("aria-describedby"));
  button.parentElement.hidden = false;
  button.addEventListener("click", () => {
    note.textContent = note.dataset.waiting;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const box = button.form.elements.namedItem("where");
        box.value = `${coords.latitude.toFixed(3)}, ${coords.longitude.toFixed(3)}`;
        note.textContent = note.dataset.found;
        button.form.elements.namedItem("adults").focus();
      },
      () => {
        note.textContent = note.dataset.notFound;
      },
      { maximumAge: 60_000, timeout: 20_000 },
    );
  });
}

// Sending a place sends the place alone, not where the search began.
for (const row of document.querySelectorAll("[data-take-along]")) {
  const [share, print] = [row.querySelector("[data-share]"), row.querySelector("[data-print]")];
  row.hidden = false;
  share.hidden = !navigator.share;
  share.addEventListener("click", () => {
    const url = new URL(share.dataset.share, location.href).href;
    // Who changes their mind has not failed.
    navigator.share({ title: share.dataset.title, url }).catch(() => {});
  });
  print.addEventListener("click", () => window.print());
}
