import { bytes, type Answer } from "../../http";
import type { Operation } from "./soap";

export interface Service extends Operation {
  service: string;
  /** Schema types of the answer, without namespace. */
  argumentType: "string" | "base64Binary";
  answer: string;
}

/** A WSDL of our own that says what this service takes and gives: enough for a client generator and for a reader. */
export function wsdlOf({ service, namespace, name, argument, argumentType, answer }: Service, location: string): Answer {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tns="${namespace}" name="${service}Service" targetNamespace="${namespace}">
  <wsdl:types>
    <xs:schema elementFormDefault="unqualified" targetNamespace="${namespace}">
      <xs:element name="${name}"><xs:complexType><xs:sequence><xs:element minOccurs="0" name="${argument}" type="xs:${argumentType}"/></xs:sequence></xs:complexType></xs:element>
      <xs:element name="${name}Response"><xs:complexType><xs:sequence><xs:element minOccurs="0" name="${answer}" type="xs:anyType"/></xs:sequence></xs:complexType></xs:element>
    </xs:schema>
  </wsdl:types>
  <wsdl:message name="${name}"><wsdl:part element="tns:${name}" name="parameters"/></wsdl:message>
  <wsdl:message name="${name}Response"><wsdl:part element="tns:${name}Response" name="parameters"/></wsdl:message>
  <wsdl:portType name="${service}">
    <wsdl:operation name="${name}"><wsdl:input message="tns:${name}"/><wsdl:output message="tns:${name}Response"/></wsdl:operation>
  </wsdl:portType>
  <wsdl:binding name="${service}Binding" type="tns:${service}">
    <soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
    <wsdl:operation name="${name}"><soap:operation soapAction="" style="document"/><wsdl:input><soap:body use="literal"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output></wsdl:operation>
  </wsdl:binding>
  <wsdl:service name="${service}Service"><wsdl:port binding="tns:${service}Binding" name="${service}Port"><soap:address location="${location}"/></wsdl:port></wsdl:service>
</wsdl:definitions>
`;
  return bytes(text, "text/xml;charset=UTF-8");
}
