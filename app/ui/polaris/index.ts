/** The Polaris pieces we use, in one place: leaving Polaris React means rewriting this folder. */
export {
  Badge,
  Banner,
  BlockStack,
  Box,
  Button,
  ButtonGroup,
  Card,
  Checkbox,
  Divider,
  EmptyState,
  FormLayout,
  InlineError,
  InlineGrid,
  InlineStack,
  Layout,
  Link,
  List,
  Page,
  Pagination,
  Select,
  Tag,
  Text,
  TextField,
} from "@shopify/polaris";
export { Facts } from "./facts";
export { Nothing } from "./nothing";
export { Part } from "./part";
export { Section } from "./section";
export { Tabs } from "./tabs";
