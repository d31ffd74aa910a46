/** The types of <wordwire-chat> in JSX: `import type {} from "wordwire-chat/react"`. */
import type { HTMLAttributes, RefAttributes } from "react";
import type { WordwireChat, WordwireEventMap, WordwireProperties } from "wordwire-chat";

type Events = { [Name in keyof WordwireEventMap as `on${Name}`]?: (event: WordwireEventMap[Name]) => void };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "wordwire-chat": Partial<WordwireProperties> &
        Events &
        HTMLAttributes<WordwireChat> &
        RefAttributes<WordwireChat>;
    }
  }
}
