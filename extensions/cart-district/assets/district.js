// The district that a buyer chooses in the cart becomes the cart's attribute "_district", which decides at checkout whose rates are shown.
(() => {
  // One change after the other: two at once might arrive the other way round.
  let last = Promise.resolve();

  async function keep(block, select, district) {
    const status = block.querySelector("[role=status]");
    const { url, saving, saved, failed } = block.dataset;
    status.textContent = saving;
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json" },
        body: JSON.stringify({ attributes: { _district: district } }),
      });
      if (!response.ok) throw new Error(`${url} answered ${response.status}`);
      select.dataset.kept = district;
      status.textContent = saved;
    } catch (error) {
      // What is shown must be what the cart has, unless the buyer has chosen something else meanwhile.
      if (select.value === district) select.value = select.dataset.kept ?? "";
      status.textContent = failed;
      console.warn("The district was not kept", error);
    }
  }

  const blockOf = ({ target }) => target.closest?.("[data-bim-district]");
  // Themes draw the cart anew after each change: what listens to the document outlives that.
  document.addEventListener("focusin", (event) => {
    const { target } = event;
    if (blockOf(event) && target.dataset.kept === undefined) target.dataset.kept = target.value;
  });
  document.addEventListener("change", (event) => {
    const block = blockOf(event);
    if (!block) return;
    const { target } = event;
    const { value } = target;
    last = last.then(() => keep(block, target, value));
  });
})();
