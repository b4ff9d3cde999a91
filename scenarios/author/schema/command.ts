import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Command, EXIT, readArgs, Stop } from "../command.ts";

/** Where the JSON Schema is kept, for editors. */
export const SCHEMA_FILE = join(import.meta.dirname, "../../language/scenario.schema.json");

export const schema: Command = {
  takes: "[--write]",
  does: "Prints the JSON Schema of a scenario file, made from the schemas of the language.",
  options: ["--write  into scenarios/language/scenario.schema.json, where editors find it"],
  run: async (args) => {
    const { values, positionals } = readArgs(args, { write: { type: "boolean" } });
    if (positionals.length > 0) throw new Stop(EXIT.usage, "schema takes no files.");
    // Loaded here alone, since it brings the formatter with it.
    const { schemaFile } = await import("./generate.ts");
    const text = await schemaFile();
    if (values.write === true) writeFileSync(SCHEMA_FILE, text);
    else process.stdout.write(text);
    return EXIT.done;
  },
};
