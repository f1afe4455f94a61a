/**
 * The protocol of entering and leaving read-only mode as a model, and a checker that visits every state of it. Each step
 * of the model names the method whose step it is.
 */
package org.stillwater.protocol;
