// Stands in for checkout's s-* web components: plain form fields in shadow roots, with the events that the real ones give.
(() => {
  const look = `
    :host { display: block; font: 15px/1.45 system-ui, sans-serif; color: #2b2622 } :host([hidden]) { display: none }
    .field { position: relative; display: block }
    input, select { width: 100%; box-sizing: border-box; padding: 22px 12px 8px; border: 1px solid #cfc6ba; border-radius: 8px; background: #fff; color: inherit; font: inherit; appearance: none }
    select { background: #fff url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='12' height='8'%3E%3Cpath d='M1 1l5 5 5-5' fill='none' stroke='%236b6259' stroke-width='1.6'/%3E%3C/svg%3E") no-repeat right 14px center }
    input:focus, select:focus { outline: 2px solid #1f6f54; outline-offset: 0; border-color: #1f6f54 }
    .field > span { position: absolute; top: 6px; left: 13px; color: #6b6259; font-size: 12px; pointer-events: none }
    .wrong input, .wrong select { border-color: #b3261e } .error { margin: 4px 2px 0; color: #b3261e; font-size: 13px }
    .check { display: flex; gap: 10px; align-items: center } .check input { width: 20px; height: 20px; margin: 0; padding: 0; appearance: auto; accent-color: #1f6f54 }`;

  const shadowOf = (element, html) => {
    const root = element.attachShadow({ mode: "open", delegatesFocus: true });
    root.innerHTML = `<style>${look}</style>${html}`;
    return root;
  };
  /** Names that are properties as well as attributes; setting one shows at once. */
  const reflect = (type, names) => {
    for (const name of names) {
      Object.defineProperty(type.prototype, name, {
        get() {
          return this.getAttribute(name) ?? "";
        },
        set(value) {
          if (value === null || value === undefined || value === false) this.removeAttribute(name);
          else this.setAttribute(name, value === true ? "" : String(value));
        },
      });
    }
  };

  class Field extends HTMLElement {
    static observedAttributes = ["label", "name", "value", "error", "required", "maxlength", "autocomplete", "placeholder", "disabled"];
    constructor(html) {
      super();
      this.root = shadowOf(this, html);
      this.control = this.root.querySelector("input, select");
      this.control.addEventListener("input", (event) => (event.stopPropagation(), this.say("input")));
      this.control.addEventListener("change", () => this.say("change"));
      this.control.addEventListener("blur", () => this.dispatchEvent(new FocusEvent("blur")));
      this.control.addEventListener("keydown", (event) => event.key === "Enter" && this.say("change"));
    }
    say(type) {
      this.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }
    get value() {
      return this.control.value;
    }
    set value(value) {
      const text = value ?? "";
      if (this.control.value !== text) this.control.value = text;
    }
    get maxLength() {
      return this.control.maxLength;
    }
    set maxLength(length) {
      if (length > 0) this.control.maxLength = length;
    }
    attributeChangedCallback(name, _before, value) {
      if (name === "label") this.root.querySelector(".label").textContent = value ?? "";
      else if (name === "value") this.value = value;
      else if (name === "error") this.showError(value);
      else if (name === "required" || name === "disabled") this.control.toggleAttribute(name, value !== null);
      else if (value === null) this.control.removeAttribute(name);
      else this.control.setAttribute(name, value);
    }
    showError(text) {
      const error = this.root.querySelector(".error");
      if (!error) return;
      error.textContent = text ?? "";
      error.hidden = !text;
      this.root.querySelector(".field").classList.toggle("wrong", Boolean(text));
      this.control.setAttribute("aria-invalid", text ? "true" : "false");
    }
  }
  reflect(Field, ["label", "name", "error", "required", "autocomplete", "placeholder", "disabled"]);

  const field = (control) => `<label class="field">${control}<span class="label"></span></label><p class="error" role="alert" hidden></p>`;
  customElements.define(
    "s-text-field",
    class extends Field {
      constructor() {
        super(field('<input type="text">'));
      }
    },
  );
  customElements.define(
    "s-email-field",
    class extends Field {
      constructor() {
        super(field('<input type="email" inputmode="email">'));
      }
    },
  );

  customElements.define(
    "s-checkbox",
    class extends Field {
      constructor() {
        super(
          '<label class="check field"><input type="checkbox"><span class="label" style="position: static; font-size: inherit; color: inherit"></span></label>',
        );
      }
      get checked() {
        return this.control.checked;
      }
      set checked(isChecked) {
        this.control.checked = Boolean(isChecked);
      }
    },
  );

  customElements.define(
    "s-select",
    class extends Field {
      constructor() {
        super(field("<select></select>"));
        this.wanted = "";
        new MutationObserver(() => this.fill()).observe(this, {
          childList: true,
          subtree: true,
          attributes: true,
          characterData: true,
          attributeFilter: ["value", "disabled"],
        });
      }
      connectedCallback() {
        this.fill();
      }
      fill() {
        const options = [...this.querySelectorAll("s-option")].map(
          (one) => new Option(one.textContent, one.getAttribute("value") ?? one.textContent),
        );
        this.control.replaceChildren(...options);
        this.control.value = this.wanted;
      }
      say(type) {
        this.wanted = this.control.value;
        super.say(type);
      }
      get value() {
        return this.control.value;
      }
      set value(value) {
        this.wanted = value ?? "";
        this.control.value = this.wanted;
      }
    },
  );
  class Option_ extends HTMLElement {}
  reflect(Option_, ["value", "disabled"]);
  customElements.define("s-option", Option_);

  const plain = (name, css, names = [], html = "<slot></slot>") => {
    class Plain extends HTMLElement {
      constructor() {
        super();
        shadowOf(this, `<style>${css}</style>${html}`);
      }
    }
    reflect(Plain, names);
    customElements.define(name, Plain);
    return Plain;
  };
  const tones = `:host([color=subdued]) { color: #6b6259 } :host([tone=critical]) { color: #b3261e } :host([tone=success]) { color: #1f6f54 } :host([tone=warning]) { color: #7a5300 }`;
  plain(
    "s-stack",
    ":host { display: flex; flex-direction: column; gap: 14px } :host([direction=inline]) { flex-flow: row wrap; align-items: center } :host([gap^=small]) { gap: 8px } :host([gap^=large]) { gap: 22px }",
    ["gap", "direction", "alignItems", "justifyContent"],
  );
  plain("s-heading", ":host { font-size: 19px; font-weight: 650 }");
  plain("s-paragraph", tones, ["tone", "color"]);
  plain("s-text", `:host { display: inline; font-size: 14px } ${tones}`, ["tone", "color", "type"]);
  plain(
    "s-button",
    ":host { display: inline-block } button { padding: 10px 16px; border: 1px solid #1f6f54; border-radius: 8px; background: #fff; color: #1f6f54; font: 600 15px system-ui; cursor: pointer } :host([variant=primary]) button { background: #1f6f54; color: #fff }",
    ["variant", "tone", "type"],
    '<button type="button"><slot></slot></button>',
  );

  customElements.define(
    "s-banner",
    class extends HTMLElement {
      static observedAttributes = ["heading", "tone"];
      constructor() {
        super();
        shadowOf(
          this,
          `<style>:host { padding: 12px 14px; border-radius: 8px; background: #eaf3fb } :host([tone=warning]) { background: #fff3d1 } :host([tone=critical]) { background: #fde7e5 } :host([tone=success]) { background: #e2f4ea } b { display: block }</style><b></b><slot></slot>`,
        );
      }
      connectedCallback() {
        this.setAttribute("role", this.getAttribute("tone") === "critical" ? "alert" : "status");
      }
      attributeChangedCallback(name, _before, value) {
        if (name === "heading") this.shadowRoot.querySelector("b").textContent = value ?? "";
      }
    },
  );
  reflect(customElements.get("s-banner"), ["heading", "tone"]);
})();
