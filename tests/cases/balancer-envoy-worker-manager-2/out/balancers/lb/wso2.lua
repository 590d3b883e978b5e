-- Keeps clients on their nodes, and mends the nodes' redirects. What differs between hosts is in listeners.yaml, as the
-- context of this filter at each host; no value of a design stands here. Envoy reads this file at its start and with a
-- listener that changed.

-- The value of a cookie; none where the client has no such cookie.
local function cookie(headers, wanted)
  for name, value in (headers:get("cookie") or ""):gmatch("([^=;%s]+)=([^;%s]*)") do
    if name == wanted then
      return value
    end
  end
end

function envoy_on_request(handle)
  local context = handle:filterContext()
  local wanted = context:get("cookie")
  if not wanted then
    return
  end
  local value = cookie(handle:headers(), wanted)
  if not value then
    return
  end
  -- A session's id ends with its node; our own cookie is the node.
  local node = context:get("in session") and value:match("%.([%w-]+)$") or value
  -- A node that is named by its host name is known by the address that it had.
  local address = context:get("node " .. node) or node:match("^[%w-]+~(.+)$")
  if address and pcall(handle.setUpstreamOverrideHost, handle, address, false) then
    handle:streamInfo():dynamicMetadata():set("wso2", "cookie", value)
  end
end

function envoy_on_response(handle)
  local headers = handle:headers()
  local context = handle:filterContext()
  local node, address = headers:get("x-wso2-node"), headers:get("x-wso2-address")
  headers:remove("x-wso2-node")
  headers:remove("x-wso2-address")
  local name = context:get("cookie")
  if name and node and not context:get("in session") then
    local value = node
    if address and not context:get("node " .. node) then
      value = node .. "~" .. address
    end
    local had = handle:streamInfo():dynamicMetadata():get("wso2")
    if not had or had["cookie"] ~= value then
      headers:add("set-cookie", name .. "=" .. value .. context:get("attributes"))
    end
  end

  local location = headers:get("location")
  if location then
    local scheme, host, port, rest = location:match("^(%a+)://([^/?#:]+):?(%d*)(.*)$")
    local origin = scheme and context:get("to " .. scheme:lower())
    local ours = origin and host:lower() == context:get("host") and (port == "" or context:get("port " .. port))
    if ours and (rest == "" or rest:find("^[/?#]")) then
      headers:replace("location", origin .. rest)
    end
  end
end
