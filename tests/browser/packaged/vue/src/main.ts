import { createApp } from "vue";
import Dictionary from "./Dictionary.vue";

createApp(Dictionary).mount("#root");
