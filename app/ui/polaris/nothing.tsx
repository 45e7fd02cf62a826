import { BlockStack, Box, Button, Text } from "@shopify/polaris";

/** An empty list that says what would be here, and how to begin. No picture: theirs come from a CDN. */
export function Nothing({ title, text, action }: { title: string; text?: string; action?: { content: string; url: string } }) {
  return (
    <Box padding="800">
      <BlockStack gap="200" inlineAlign="center">
        <Text as="h3" variant="headingMd" alignment="center">
          {title}
        </Text>
        {text && (
          <Text as="p" tone="subdued" alignment="center">
            {text}
          </Text>
        )}
        {action && (
          <Button variant="primary" url={action.url}>
            {action.content}
          </Button>
        )}
      </BlockStack>
    </Box>
  );
}
