import type { Language } from "../pages/language.ts";

const es = {
  home: "Inicio", orders: "Pedidos", apps: "Aplicaciones", store: "Tienda online", inbox: "Bandeja de correo", menu: "Menú", save: "Guardar", discard: "Descartar",
  unsaved: "Cambios sin guardar", leave: "Hay cambios sin guardar. ¿Salir de todos modos?", noOrders: "Todavía no hay pedidos. Haga uno en la tienda.", order: "Pedido", date: "Fecha",
  customer: "Cliente", total: "Total", payment: "Pago", delivery: "Entrega", tags: "Etiquetas", note: "Nota", noNote: "Sin nota", noTags: "Sin etiquetas", subtotal: "Subtotal", discount: "Descuento",
  shipping: "Envío", tax: "Impuestos", outstanding: "Por cobrar", refunded: "Reembolsado", taxesIncluded: "incluidos", metafields: "Metacampos de la aplicación", noMetafields: "Ninguno todavía", fulfillments: "Envíos y eventos",
  noFulfillments: "Nada se ha enviado todavía", timeline: "Cronología", transactions: "Transacciones", markPaid: "Marcar como pagado", cancel: "Cancelar pedido", refund: "Reembolsar todo",
  address: "Dirección de envío", statusPage: "Página de estado del comprador", webhooks: "Webhooks", tracking: "Seguimiento", expires: "vence", missing: "No existe ese pedido",
};
type Words = typeof es;

const en: Words = {
  home: "Home", orders: "Orders", apps: "Apps", store: "Online store", inbox: "Mail inbox", menu: "Menu", save: "Save", discard: "Discard",
  unsaved: "Unsaved changes", leave: "There are unsaved changes. Leave anyway?", noOrders: "There are no orders yet. Place one in the store.", order: "Order", date: "Date",
  customer: "Customer", total: "Total", payment: "Payment", delivery: "Delivery", tags: "Tags", note: "Note", noNote: "No note", noTags: "No tags", subtotal: "Subtotal", discount: "Discount",
  shipping: "Shipping", tax: "Taxes", outstanding: "Outstanding", refunded: "Refunded", taxesIncluded: "included", metafields: "App metafields", noMetafields: "None yet", fulfillments: "Fulfillments and events",
  noFulfillments: "Nothing has been sent yet", timeline: "Timeline", transactions: "Transactions", markPaid: "Mark as paid", cancel: "Cancel order", refund: "Refund everything",
  address: "Shipping address", statusPage: "Buyer's status page", webhooks: "Webhooks", tracking: "Tracking", expires: "expires", missing: "There is no such order",
};

export const adminWords: Record<Language, Words> = { es, en };
