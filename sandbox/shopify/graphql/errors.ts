import type { GraphQLError, GraphQLFormattedError } from "graphql";

interface Wording {
  pattern: RegExp;
  message(match: RegExpExecArray): string;
  extensions(match: RegExpExecArray): Record<string, unknown>;
}

// graphql-js says it in its own words; these are Shopify's (graphql-ruby), for the mistakes one makes.
const wordings: Wording[] = [
  {
    pattern: /^Cannot query field "(\w+)" on type "(\w+)"/,
    message: ([, field, type]) => `Field '${field}' doesn't exist on type '${type}'`,
    extensions: ([, fieldName, typeName]) => ({ code: "undefinedField", typeName, fieldName }),
  },
  {
    pattern: /^Unknown argument "(\w+)" on field "(\w+)\.(\w+)"/,
    message: ([, argument, , field]) => `Field '${field}' doesn't accept argument '${argument}'`,
    extensions: ([, argumentName, , name]) => ({ code: "argumentNotAccepted", name, typeName: "Field", argumentName }),
  },
  {
    pattern: /^Field "(\w+)" argument "(\w+)" of type "[^"]+" is required/,
    message: ([, field, argument]) => `Field '${field}' is missing required arguments: ${argument}`,
    extensions: ([, name, argument]) => ({ code: "missingRequiredArguments", className: "Field", name, arguments: argument }),
  },
  {
    pattern: /^Variable "\$(\w+)" got invalid value/,
    message: ([, variable]) => `Variable $${variable} was provided invalid value`,
    extensions: () => ({ code: "INVALID_VARIABLE" }),
  },
  {
    pattern: /^Variable "\$(\w+)" of required type "([^"]+)" was not provided/,
    message: ([, variable, type]) => `Variable $${variable} of type ${type} was provided invalid value`,
    extensions: () => ({ code: "INVALID_VARIABLE", value: null, problems: [{ path: [], explanation: "Expected value to not be null" }] }),
  },
];

/** A refused operation in Shopify's words; anything without a wording keeps graphql-js's. */
export function shopifyError(error: GraphQLError): GraphQLFormattedError {
  const plain = error.toJSON();
  for (const wording of wordings) {
    const match = wording.pattern.exec(error.message);
    if (!match) continue;
    const detail = error.message.startsWith("Variable") ? ` (${error.message})` : "";
    return { ...plain, message: wording.message(match) + detail, extensions: wording.extensions(match) };
  }
  return plain;
}
