/**
 * A report that can't be worked out has been tried so often for some minutes: a database that was away is back. What is left is a bug, and a
 * person should know.
 */
export const TRIES_UNTIL_TOLD = 8;
