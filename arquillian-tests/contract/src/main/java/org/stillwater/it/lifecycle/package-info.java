/** The mode over the life of an application: where it is kept, redeployment, a deployment that must fail. */
package org.stillwater.it.lifecycle;
