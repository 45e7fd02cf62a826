/** An address that is nobody's. A page of its own, so that the document around it knows its reader's language. */
const nobodys = (): never => {
  throw new Response(null, { status: 404 });
};
export const loader = nobodys;
export const action = nobodys;

export default function Nobodys() {
  return null;
}
