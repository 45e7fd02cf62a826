import { expect, test } from "vitest";
import { sectorsIn } from "./sectors";

test.each([
  ["Urb. La Luz", ["Urb. La Luz"]],
  ["Dpto. 3B, Urb. La Luz, junto al parque", ["Urb. La Luz"]],
  ["Cdla. Kennedy - Cumbayá; La Floresta", ["Cdla. Kennedy", "Cumbayá"]],
  ["BARRIO SAN JOSÉ / casa esquinera", ["BARRIO SAN JOSÉ"]],
])("of the second line %j a map is told %j", (line, sectors) => expect(sectorsIn(line)).toEqual(sectors));

test.each([
  "Dpto. 3B",
  "2B",
  "Piso 4, oficina 402",
  "Amazonas y Colón",
  "Frente a la farmacia",
  "Sra. María Pérez",
  "Llamar al 0991234567",
  "ana@correo.example",
  "la casa de la reja verde que está al fondo",
  "-",
  "",
  null,
])("of %j nothing: no flat, corner, way to the door, person or telephone", (line) => expect(sectorsIn(line)).toEqual([]));
