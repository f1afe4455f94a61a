/** An application that is deployed and undeployed over and over, and what the server still holds of it afterwards. */
package org.stillwater.it.redeployment;
