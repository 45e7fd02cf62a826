import { Refusal } from "../../domain/core.ts";

interface UserError {
  field: string[] | null;
  message: string;
  code: string | null;
}

/** A mutation's payload: what came of it, or nulls and the userErrors that Shopify would give. */
export function payload<Names extends string>(act: () => Record<Names, unknown>, names: Names[]): Record<string, unknown> {
  try {
    return { ...act(), userErrors: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const userError: UserError = { field: error.field, message: error.message, code: error.code };
    return { ...Object.fromEntries(names.map((name) => [name, null])), userErrors: [userError] };
  }
}
