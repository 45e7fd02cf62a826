import type { InputHTMLAttributes, ReactNode } from "react";
import { useTyped } from "../door/typed";

type Props = { name: string; label: string; children?: ReactNode } & Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "id">;

/** A line to type in, under its question; `children`: what is said of it. */
export function TextField({ name, label, children, ...input }: Props) {
  const typed = useTyped(name);
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input id={name} name={name} autoComplete="off" {...(input.value === undefined && { defaultValue: typed })} {...input} />
      {children}
    </div>
  );
}
