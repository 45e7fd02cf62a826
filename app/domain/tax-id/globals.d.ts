/** AssemblyScript's own names for the two value types the tax-id rules use; `asc` brings them along, TypeScript has to be told. */
declare type i32 = number;
declare type bool = boolean;
