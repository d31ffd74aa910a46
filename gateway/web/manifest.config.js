/** Describes <wordwire-chat> for editors, in clients/web/custom-elements.json: what a site may use, and nothing else. */
const isPublic = ({ privacy, static: isStatic, name }) =>
  (privacy ?? "public") === "public" && !isStatic && !["strings", "language"].includes(name);
const isForSites = ({ name }) => name.startsWith("wordwire-");

export default {
  globs: ["src/ui/site-element.ts", "src/ui/panel-element.ts", "src/ui/wordwire-chat.ts"],
  outdir: "../../clients/web",
  litelement: true,
  plugins: [
    {
      name: "only what is public",
      packageLinkPhase({ customElementsManifest }) {
        const element = customElementsManifest.modules
          .flatMap(({ declarations }) => declarations)
          .find(({ tagName }) => tagName === "wordwire-chat");
        element.members = element.members.filter(isPublic);
        element.events = element.events.filter(isForSites);
        delete element.superclass;
        for (const part of [...element.members, ...element.attributes, ...element.events]) {
          delete part.inheritedFrom;
        }
        customElementsManifest.modules = [
          {
            kind: "javascript-module",
            path: "lib/package.js",
            declarations: [element],
            exports: [
              { kind: "js", name: element.name, declaration: { name: element.name } },
              {
                kind: "custom-element-definition",
                name: element.tagName,
                declaration: { name: element.name },
              },
            ],
          },
        ];
      },
    },
  ],
};
