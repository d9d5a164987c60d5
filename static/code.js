// A scanned code arrives in the fragment, which browsers never send: put it in the form, and send the form.
(() => {
  const scan = () => {
    const [, code] = /^#([0-9A-Za-z-]{4,400})$/.exec(location.hash) ?? [];
    const field = document.getElementById("code");
    if (!code || !field) return;
    // Gone from the address before anything else, so that neither Back nor a shared link gives it away.
    history.replaceState(null, "", location.pathname + location.search);
    field.value = code;
    field.form.requestSubmit();
  };
  addEventListener("hashchange", scan);
  scan();
})();
