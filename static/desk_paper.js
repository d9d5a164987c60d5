// The desk on paper: F9. A paper without the last answer is not made: it waits, or what did not arrive is told.
(() => {
  const paper = document.getElementById("papier"), print = document.getElementById("print");

  paper.addEventListener("submit", async (event) => {
    if (desk.settled()) return;
    event.preventDefault();
    while (!desk.settled()) if (!(await desk.update())) return;
    paper.requestSubmit(event.submitter);
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "F9") return;
    event.preventDefault();
    paper.requestSubmit(print);
  });
})();
