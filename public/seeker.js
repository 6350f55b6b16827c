// Two comforts of the seeker pages; every page works without them.

// Leaving fast: hide what is read, then replace this page, so that Back does not lead here.
document.addEventListener("click", (event) => {
  const exit = event.target.closest?.("[data-exit]");
  if (!exit) return;
  event.preventDefault();
  document.documentElement.hidden = true;
  document.title = "";
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
        button.form.requestSubmit();
      },
      () => {
        note.textContent = note.dataset.notFound;
      },
      { maximumAge: 60_000, timeout: 20_000 },
    );
  });
}
