/** The types of <wordwire-chat> in Vue's templates: `import type {} from "wordwire-chat/vue"`. */
import type { HTMLAttributes } from "vue";
import type { WordwireChat, WordwireEventMap, WordwireProperties } from "wordwire-chat";

type Events = {
  [Name in keyof WordwireEventMap as `on${Capitalize<Name>}`]?: (event: WordwireEventMap[Name]) => void;
};

declare module "vue" {
  interface GlobalComponents {
    "wordwire-chat": new () => WordwireChat & {
      $props: Partial<WordwireProperties> & Events & HTMLAttributes;
    };
  }
}
