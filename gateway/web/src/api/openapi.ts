/** The parts of the gateway's OpenAPI document that the page shows, and the address of a filled-in form. */

export interface Parameter {
  name: string;
  description: string;
  required?: boolean;
  example?: string;
  schema?: { enum?: string[]; type?: string };
}

export interface Operation {
  summary: string;
  description: string;
  parameters: Parameter[];
}

export interface Document {
  paths: Record<string, { get?: Operation }>;
  "x-problems": Record<string, string>;
}

/** Return the lookups that a form can ask, by their paths. */
export function lookups(document: Document): Map<string, Operation> {
  const found = new Map<string, Operation>();
  for (const [path, { get }] of Object.entries(document.paths)) if (get) found.set(path, get);
  return found;
}

/** Return the choices of a parameter; none if any text will do. */
export function choices({ schema }: Parameter): string[] {
  if (schema?.type === "boolean") return ["", "true", "false"];
  return schema?.enum ?? [];
}

/** Return the address of a lookup, without the parameters that are left empty. */
export function address(path: string, values: Iterable<[string, string]>): string {
  const given = [...values].filter(([, value]) => value !== "");
  const query = new URLSearchParams(given).toString();
  return query === "" ? path : `${path}?${query}`;
}
