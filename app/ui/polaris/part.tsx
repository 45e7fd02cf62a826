import { BlockStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

/** A titled part of a card that holds more than one. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {title}
      </Text>
      {children}
    </BlockStack>
  );
}
