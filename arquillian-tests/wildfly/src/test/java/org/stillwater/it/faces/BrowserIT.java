package org.stillwater.it.faces;

/** On one server only: a browser sees no difference. */
class BrowserIT extends AbstractBrowserIT {}
