// « Envoyer »: an e-mail or a text message that the person sends, made here so that no server sees the code in it.
(() => {
  const link = document.getElementById("send");
  const { address, code, text } = link.dataset;
  const body = encodeURIComponent(`${text} ${address}#${code}`);
  // A phone has a finger: there, a text message.
  link.href = matchMedia("(pointer: coarse)").matches ? `sms:?body=${body}` : `mailto:?body=${body}`;
  link.closest("li").hidden = false;
})();
