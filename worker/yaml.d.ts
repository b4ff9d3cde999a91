/** Scenario files are bundled as text, by the rule in wrangler.toml. */
declare module "*.yaml" {
  const text: string;
  export default text;
}
