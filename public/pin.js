// Large digits for a PIN: on a shared tablet no keyboard has to come up first. Without this the field is typed into.

const field = document.querySelector(".pin input");
const pad = document.querySelector(".pad");

if (field && pad) {
  // The digits beside it are the keyboard; one with keys works as ever.
  field.inputMode = "none";
  pad.addEventListener("click", ({ target }) => {
    const key = target.closest("button");
    if (!key) return;
    field.value = key.value === "" ? field.value.slice(0, -1) : (field.value + key.value).slice(0, 6);
  });
}
