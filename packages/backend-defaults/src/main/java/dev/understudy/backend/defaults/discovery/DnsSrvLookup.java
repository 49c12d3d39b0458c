// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.discovery;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;

/** Looks up with the name servers of the machine. */
final class DnsSrvLookup implements SrvLookup {
    // the DNS provider answers with text and never deserializes; JNDI takes a Hashtable and nothing else
    @SuppressWarnings({"BanJNDI", "JdkObsolete"})
    @Override
    public List<SrvRecord> find(String host) throws NamingException {
        var settings = new Hashtable<String, String>();
        settings.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        settings.put("com.sun.jndi.dns.timeout.initial", "2000");
        settings.put("com.sun.jndi.dns.timeout.retries", "2");
        var context = new InitialDirContext(settings);
        try {
            var answers = context.getAttributes(host, new String[] {"SRV"}).get("SRV");
            var records = new ArrayList<SrvRecord>();
            for (var index = 0; answers != null && index < answers.size(); index++) {
                records.add(parse(String.valueOf(answers.get(index))));
            }
            return records;
        } finally {
            context.close();
        }
    }

    private static SrvRecord parse(String answer) {
        var parts = answer.split(" ", -1);
        var host = parts[3].endsWith(".") ? parts[3].substring(0, parts[3].length() - 1) : parts[3];
        return new SrvRecord(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), host);
    }
}
