import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { FiscalDataBlock } from "./FiscalDataBlock";

export default function checkout(): void {
  render(<FiscalDataBlock />, document.body);
}
