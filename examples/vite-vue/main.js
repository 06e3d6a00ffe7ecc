/** `npx vite` or `npx vite build`, without a configuration: an article that Vue renders, marked while it is shown. */
import { mount } from 'newsgloss';
import { createApp, h, onBeforeUnmount, onMounted, ref } from 'vue';

const PARAGRAPHS = [
  '“The larger ferries will come in spring,” Mayor Ola Tveit told reporters in Oslo on Friday.',
  'Tveit, who has led the town since 2019, said that the work would cost $3 million.',
];

const Story = {
  setup() {
    /** @type {import('vue').Ref<HTMLElement | null>} */
    const article = ref(null);
    /** @type {Promise<import('newsgloss').Handle> | undefined} */
    let mounted;
    onMounted(() => {
      // Vue holds on to its nodes: highlights leave them alone.
      mounted = mount(article.value ?? undefined, { paint: 'highlight', control: true });
    });
    onBeforeUnmount(async () => {
      (await mounted)?.unmount();
    });
    return () => h('article', { ref: article }, [h('h1', 'Harbour of Velda to be deepened'), ...PARAGRAPHS.map((text) => h('p', text))]);
  },
};

createApp(Story).mount('#story');
