"""The npm package of clients/web on the sites of people who build with React, Vue, or Vite alone."""
