import type { Language } from "../pages/language.ts";

const es = {
  tagline: "Hecho en los Andes, entregado por nuestros repartidores.", cart: "Carrito", add: "Agregar al carrito", emptyCart: "Su carrito está vacío.", keepShopping: "Seguir comprando", checkout: "Finalizar la compra",
  update: "Actualizar", remove: "Quitar", quantity: "Cantidad", subtotal: "Subtotal", taxNote: "Impuestos y envío se calculan al finalizar la compra.", zeroRated: "Tarifa 0 %", contact: "Contacto", email: "Correo electrónico",
  phone: "Teléfono", delivery: "Entrega", firstName: "Nombre", lastName: "Apellido", address1: "Dirección", address2: "Apartamento, referencia (opcional)", city: "Ciudad", province: "Provincia (opcional)", zip: "Código postal",
  country: "País", ecuador: "Ecuador", shippingMethod: "Método de envío", enterAddress: "Escriba su dirección para ver las opciones de envío.", asking: "Consultando tarifas…", noShipping: "No hay envíos disponibles para esta dirección.",
  payment: "Pago", secure: "Todas las transacciones son de prueba: no se cobra nada.", card: "Tarjeta de crédito", card_authorized: "Tarjeta: se cobra al entregar", transfer: "Transferencia bancaria", cash_on_delivery: "Efectivo contra entrega",
  cardHint: "Tarjeta de prueba •••• 4242", authorizedHint: "Se reserva ahora y se cobra cuando reciba el pedido.", transferHint: "Recibirá los datos de la cuenta con la confirmación.", cashHint: "Pague al repartidor en efectivo.",
  summary: "Resumen", discountCode: "Código de descuento (pruebe ANDES)", apply: "Aplicar", discount: "Descuento", shipping: "Envío", tax: "IVA 15 %", taxIncluded: "IVA incluido", total: "Total", pay: "Pagar ahora",
  complete: "Completar pedido", wrongCode: "Ese código no vale.", incomplete: "Faltan datos: revise los campos marcados.", invoiceData: "Datos para la factura", notBuilt: "El bloque de datos fiscales no está construido: node extensions/build.mjs",
  thanks: "¡Gracias, {name}!", confirmed: "Su pedido está confirmado", order: "Pedido", ordered: "Pedido recibido", onItsWay: "En camino", outForDelivery: "En reparto", delivered: "Entregado", attempted: "Intento de entrega", cancelled: "Cancelado",
  deliverTo: "Se entrega a", paidWith: "Pago", invoice: "Su factura electrónica", invoiceSoon: "La factura llega por correo cuando se confirma la entrega.", download: "Ver la factura", backToStore: "Volver a la tienda", accessKey: "Clave de acceso",
  startTitle: "La tienda, el fisco y el correo en una caja", startIntro: "Este sandbox representa a Shopify, al SRI y a los buzones, con sus propios protocolos. Nada sale de esta máquina.", openStore: "Comprar en la tienda",
  openStoreHint: "Compre como un cliente; los datos de la factura se piden en el pago.", openAdmin: "Administrar la tienda", openAdminHint: "El administrador con BIMCommerce dentro y los pedidos.", openInbox: "Leer el correo",
  openInboxHint: "Facturas y enlaces que la aplicación ha enviado.", openSri: "Documentos del SRI", openSriHint: "Lo que la autoridad tiene registrado.", courier: "Ser repartidor", courierHint: "El enlace está en el correo que recibe cada repartidor y en la página Repartidores de la aplicación.",
  ready: "Todo está listo", notReady: "Todavía falta algo", payments: { card: "Tarjeta", card_authorized: "Tarjeta, se cobra al entregar", transfer: "Transferencia bancaria", cash_on_delivery: "Efectivo contra entrega" },
};
type Words = typeof es;

const en: Words = {
  tagline: "Made in the Andes, delivered by our own couriers.", cart: "Cart", add: "Add to cart", emptyCart: "Your cart is empty.", keepShopping: "Keep shopping", checkout: "Check out",
  update: "Update", remove: "Remove", quantity: "Quantity", subtotal: "Subtotal", taxNote: "Taxes and shipping are calculated at checkout.", zeroRated: "Taxed at 0%", contact: "Contact", email: "Email",
  phone: "Phone", delivery: "Delivery", firstName: "First name", lastName: "Last name", address1: "Address", address2: "Apartment, landmark (optional)", city: "City", province: "Province (optional)", zip: "Postal code",
  country: "Country", ecuador: "Ecuador", shippingMethod: "Shipping method", enterAddress: "Enter your address to see the shipping options.", asking: "Asking for rates…", noShipping: "No shipping is available for this address.",
  payment: "Payment", secure: "All transactions are make-believe: nothing is charged.", card: "Credit card", card_authorized: "Card: charged on delivery", transfer: "Bank transfer", cash_on_delivery: "Cash on delivery",
  cardHint: "Test card •••• 4242", authorizedHint: "Reserved now, charged when you receive the order.", transferHint: "You get the account details with the confirmation.", cashHint: "Pay the courier in cash.",
  summary: "Summary", discountCode: "Discount code (try ANDES)", apply: "Apply", discount: "Discount", shipping: "Shipping", tax: "VAT 15%", taxIncluded: "VAT included", total: "Total", pay: "Pay now",
  complete: "Complete order", wrongCode: "That code isn't valid.", incomplete: "Something is missing: check the marked fields.", invoiceData: "Invoice details", notBuilt: "The fiscal data block isn't built: node extensions/build.mjs",
  thanks: "Thank you, {name}!", confirmed: "Your order is confirmed", order: "Order", ordered: "Order received", onItsWay: "On its way", outForDelivery: "Out for delivery", delivered: "Delivered", attempted: "Delivery attempted", cancelled: "Cancelled",
  deliverTo: "Delivered to", paidWith: "Payment", invoice: "Your electronic invoice", invoiceSoon: "The invoice comes by mail when the delivery is confirmed.", download: "See the invoice", backToStore: "Back to the store", accessKey: "Access key",
  startTitle: "Store, tax authority and mail in a box", startIntro: "This sandbox plays Shopify, SRI and the mailboxes, in their own protocols. Nothing leaves this machine.", openStore: "Shop in the store",
  openStoreHint: "Buy like a customer; checkout asks for the invoice details.", openAdmin: "Run the store", openAdminHint: "The admin with BIMCommerce inside, and the orders.", openInbox: "Read the mail",
  openInboxHint: "Invoices and links that the app has sent.", openSri: "SRI's documents", openSriHint: "What the authority has registered.", courier: "Be a courier", courierHint: "The link is in the mail that each courier gets and on the app's Couriers page.",
  ready: "Everything is ready", notReady: "Something is still missing", payments: { card: "Card", card_authorized: "Card, charged on delivery", transfer: "Bank transfer", cash_on_delivery: "Cash on delivery" },
};

export const storeWords: Record<Language, Words> = { es, en };
