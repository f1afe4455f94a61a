package org.stillwater.it.messages;

class MessagesIT extends AbstractMessagesIT {}
