// The Shopify Function Wasm API v2: values are NaN-boxed, strings are UTF-8, the result is written as it is made.

@external("shopify_function_v2", "shopify_function_input_get")
declare function inputGet(): i64;
@external("shopify_function_v2", "shopify_function_input_get_val_len")
declare function inputGetValLen(value: i64): i32;
@external("shopify_function_v2", "shopify_function_input_read_utf8_str")
declare function inputReadUtf8Str(source: i32, out: usize, length: i32): void;
@external("shopify_function_v2", "shopify_function_input_get_obj_prop")
declare function inputGetObjProp(value: i64, name: usize, length: i32): i64;
@external("shopify_function_v2", "shopify_function_input_get_at_index")
declare function inputGetAtIndex(value: i64, index: i32): i64;
@external("shopify_function_v2", "shopify_function_output_new_object")
declare function outputNewObject(length: i32): i32;
@external("shopify_function_v2", "shopify_function_output_finish_object")
declare function outputFinishObject(): i32;
@external("shopify_function_v2", "shopify_function_output_new_array")
declare function outputNewArray(length: i32): i32;
@external("shopify_function_v2", "shopify_function_output_finish_array")
declare function outputFinishArray(): i32;
@external("shopify_function_v2", "shopify_function_output_new_utf8_str")
declare function outputNewUtf8Str(text: usize, length: i32): i32;

const BOXED: i64 = 0x7ffc000000000000;
const STRING: i32 = 3;
const OBJECT: i32 = 4;
const ARRAY: i32 = 5;
const LONG: i32 = 0x3fff;

/** -1: a number. */
function tagOf(value: i64): i32 {
  return (value & BOXED) == BOXED ? ((value >> 46) & 15) as i32 : -1;
}

function lengthOf(value: i64): i32 {
  const length: i32 = ((value >> 32) & LONG) as i32;
  return length == LONG ? inputGetValLen(value) : length;
}

export function input(): i64 {
  return inputGet();
}

/** What an object has under a name; null, of no tag that holds anything, where the value is no object. */
export function prop(value: i64, name: string): i64 {
  if (tagOf(value) != OBJECT) return BOXED;
  const key = String.UTF8.encode(name);
  return inputGetObjProp(value, changetype<usize>(key), key.byteLength);
}

export function count(value: i64): i32 {
  return tagOf(value) == ARRAY ? lengthOf(value) : 0;
}

export function at(value: i64, index: i32): i64 {
  return inputGetAtIndex(value, index);
}

export function isNumber(value: i64): bool {
  return tagOf(value) == -1;
}

export function numberOf(value: i64): f64 {
  return reinterpret<f64>(value);
}

export function isObject(value: i64): bool {
  return tagOf(value) == OBJECT;
}

/** The bytes of a text as they came; none where it is no text. */
export function bytesOf(value: i64): ArrayBuffer {
  const length = tagOf(value) == STRING ? lengthOf(value) : 0;
  const bytes = new ArrayBuffer(length);
  if (length > 0) inputReadUtf8Str(value as i32, changetype<usize>(bytes), length);
  return bytes;
}

/** The start of a text, so that none is too long to be read through. */
export function textOf(value: i64, most: i32): string {
  const bytes = bytesOf(value);
  const text = String.UTF8.decode(bytes);
  return text.length > most ? text.substring(0, most) : text;
}

function writeText(bytes: ArrayBuffer): void {
  outputNewUtf8Str(changetype<usize>(bytes), bytes.byteLength);
}

/** { operations: [ { deliveryOptionHide: { deliveryOptionHandle } } ] } */
export function writeHidden(handles: ArrayBuffer[]): void {
  outputNewObject(1);
  writeText(String.UTF8.encode("operations"));
  outputNewArray(handles.length);
  for (let i = 0; i < handles.length; i++) {
    outputNewObject(1);
    writeText(String.UTF8.encode("deliveryOptionHide"));
    outputNewObject(1);
    writeText(String.UTF8.encode("deliveryOptionHandle"));
    writeText(handles[i]);
    outputFinishObject();
    outputFinishObject();
  }
  outputFinishArray();
  outputFinishObject();
}
