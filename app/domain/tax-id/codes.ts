/** What a check says. Below 10 the number may be used; from 10 on it may not. Integers, because the WebAssembly build answers with them too. */
export const OK: i32 = 0;
/** The structure is right, the check digit is not: recently issued numbers are like that, so the tax authority decides. */
export const WARN_CHECK_DIGIT: i32 = 1;
export const EMPTY: i32 = 10;
export const BAD_LENGTH: i32 = 11;
export const BAD_CHARACTERS: i32 = 12;
export const BAD_PROVINCE: i32 = 13;
/** A digit that the rule derives or restricts (check digit, third digit, the fixed final-consumer number) is another one. */
export const BAD_CHECK_DIGIT: i32 = 14;
export const BAD_ESTABLISHMENT: i32 = 15;
export const UNKNOWN_TYPE: i32 = 16;
export const TOO_LONG: i32 = 17;
export const UNKNOWN_COUNTRY: i32 = 18;
