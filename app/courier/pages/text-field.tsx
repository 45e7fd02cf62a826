import type { InputHTMLAttributes, ReactNode } from "react";

type Props = { name: string; label: string; children?: ReactNode } & Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "id">;

/** A line to type in, under its question; `children`: what is said of it. */
export const TextField = ({ name, label, children, ...input }: Props) => (
  <div className="field">
    <label htmlFor={name}>{label}</label>
    <input id={name} name={name} autoComplete="off" {...input} />
    {children}
  </div>
);
