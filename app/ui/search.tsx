import { Form } from "@remix-run/react";
import { Button, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useWords } from "./words";

/** One field over everything a list knows; sent with Enter, kept in the address. */
export function Search({ label, term, keep = {} }: { label: string; term: string; keep?: Record<string, string> }) {
  const t = useWords();
  const [value, setValue] = useState(term);
  return (
    <Form method="get" className="bim-search" role="search">
      {Object.entries(keep).map(([name, kept]) => (
        <input key={name} type="hidden" name={name} value={kept} />
      ))}
      <TextField
        name="term"
        label={label}
        labelHidden
        placeholder={label}
        value={value}
        onChange={setValue}
        autoComplete="off"
        type="search"
        maxLength={100}
      />
      <Button submit>{t("admin.search")}</Button>
    </Form>
  );
}
