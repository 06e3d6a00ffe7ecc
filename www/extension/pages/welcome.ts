/** The extension's page `welcome.html`. */
export {};
