import { Checkbox as PolarisCheckbox, Select, TextField, type TextFieldProps } from "@shopify/polaris";
import { useState } from "react";
import { useFieldError } from "./errors";

type Base = { name: string; label: string; help?: string };
type TextProps = Base &
  Partial<
    Pick<
      TextFieldProps,
      "type" | "autoComplete" | "multiline" | "prefix" | "suffix" | "maxLength" | "inputMode" | "disabled" | "min" | "requiredIndicator"
    >
  > & {
    initial?: string | number | null;
    onValue?: (value: string) => void;
    error?: string;
  };

/** A Polaris text field that remembers what is typed and shows what the server said of it. */
export function TextInput({ name, label, help, initial, onValue, error, autoComplete = "off", ...rest }: TextProps) {
  const [value, setValue] = useState(String(initial ?? ""));
  const refused = useFieldError(name, value);
  const change = (next: string) => {
    setValue(next);
    onValue?.(next);
  };
  return (
    <TextField
      {...rest}
      name={name}
      label={label}
      helpText={help}
      value={value}
      onChange={change}
      autoComplete={autoComplete}
      error={error ?? refused}
    />
  );
}

type Option = { value: string; label: string; disabled?: boolean };

export function SelectInput({
  name,
  label,
  hiddenLabel = false,
  help,
  options,
  initial,
  placeholder,
  onValue,
}: Base & {
  hiddenLabel?: boolean;
  options: Option[];
  initial?: string | null;
  placeholder?: string;
  onValue?: (value: string) => void;
}) {
  const [value, setValue] = useState(initial ?? "");
  const refused = useFieldError(name, value);
  const all = placeholder === undefined ? options : [{ value: "", label: placeholder }, ...options];
  const change = (next: string) => {
    setValue(next);
    onValue?.(next);
  };
  return (
    <Select
      name={name}
      label={label}
      labelHidden={hiddenLabel}
      helpText={help}
      options={all}
      value={value}
      onChange={change}
      error={refused}
    />
  );
}

/** Sends "on" under its name when checked, or `value` where several share the name. */
export function CheckInput({ name, label, help, initial = false, value = "on" }: Base & { initial?: boolean; value?: string }) {
  const [isChecked, setChecked] = useState(initial);
  return <PolarisCheckbox name={name} value={value} label={label} helpText={help} checked={isChecked} onChange={setChecked} />;
}

/** A plain file input: what Polaris draws for dropping files does not travel with its form. */
export function FileInput({ name, label, accept }: Base & { accept: string }) {
  const refused = useFieldError(name, "");
  return (
    <div className="bim-file">
      <label htmlFor={`file-${name}`}>{label}</label>
      <input id={`file-${name}`} type="file" name={name} accept={accept} aria-invalid={refused !== undefined} />
      {refused && <p role="alert">{refused}</p>}
    </div>
  );
}
