// The desk on paper: F9 prints it. A paper without the last answer is not made: it waits, or what did not arrive is told.
(() => {
  const paper = document.getElementById("papier"), print = document.getElementById("print");
  const { target } = paper, opens = print.querySelector(".unseen");
  let here = navigator.pdfViewerEnabled; // whether this browser can print a PDF that it does not show
  let frame;

  // The paper comes into a frame out of sight: a new one each time, so that the Back key finds no earlier paper.
  const framed = (submitter) => {
    frame?.remove();
    frame = document.createElement("iframe");
    frame.name = paper.target = "imprimante";
    frame.className = "unseen";
    frame.tabIndex = -1;
    frame.ariaHidden = "true";
    frame.addEventListener("load", ({ target: { contentWindow } }) => {
      try {
        if (contentWindow.location.href !== "about:blank") contentWindow.print();
      } catch {
        // Firefox does not let its viewer be printed from here; a page of error of the browser is read in a tab too.
        here = opens.hidden = false;
        paper.requestSubmit(submitter);
      }
    });
    document.body.append(frame);
  };

  paper.addEventListener("submit", async (event) => {
    const { submitter } = event;
    if (desk.settled()) {
      if (here && submitter === print) framed(submitter);
      else paper.target = target;
      return;
    }
    event.preventDefault();
    while (!desk.settled()) if (!(await desk.update())) return;
    paper.requestSubmit(submitter);
  });
  document.querySelector("form.desk").addEventListener("fresh", () => frame?.remove());
  opens.hidden = here;
  addEventListener("keydown", (event) => {
    if (event.key !== "F9") return;
    event.preventDefault();
    paper.requestSubmit(print);
  });
})();
