# The public ports, and what happens to a request by its host name.
#
# WSO2 Enterprise Service Bus 5.0.0, worker/manager pattern 2; design `esb`, load balancer `lb`.
# Written for AWS Application Load Balancer (Terraform) by wso2-design: change the design, not this file.

# A host name that is not served here is answered 421 and reaches no node. Over TLS, who asks for it is shown the
# first certificate: there is no listener without one.
resource "aws_lb_listener" "port_80" {
  load_balancer_arn = aws_lb.this.arn
  port              = 80
  protocol          = "HTTP"

  routing_http_response_server_enabled = false # it tells an attacker what runs here

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "421"
    }
  }
}

# The console, and what it loads and stores; for each tenant too. Only as they are written plainly: the web ACL
# refuses them however written.
resource "aws_lb_listener_rule" "port_80_100" {
  listener_arn = aws_lb_listener.port_80.arn
  priority     = 100

  condition {
    host_header {
      values = ["esb.example.com"]
    }
  }
  condition {
    path_pattern {
      regex_values = ["^(?:/t(?:;[^/]*)?/[^/]+)?/(?:carbon|fileupload|filedownload)(?:[/;]|$).*"]
    }
  }

  action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

# Admin services. One of your own whose name ends so needs another name, or is let through before. Only as they are
# written plainly: the web ACL refuses them however written.
resource "aws_lb_listener_rule" "port_80_101" {
  listener_arn = aws_lb_listener.port_80.arn
  priority     = 101

  condition {
    host_header {
      values = ["esb.example.com"]
    }
  }
  condition {
    path_pattern {
      regex_values = [
        "^(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?(?:[^/]*(?:Admin|AdminService|Uploader))(?:[./;]|$).*",
        "^(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?(?:RemoteAuthorizationManagerService)(?:[./;]|$).*",
        "^(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?(?:RemoteClaimManagerService)(?:[./;]|$).*",
        "^(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?(?:RemoteProfileConfigurationManagerService)(?:[./;]|$).*",
      ]
    }
  }

  action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

# More of them.
resource "aws_lb_listener_rule" "port_80_102" {
  listener_arn = aws_lb_listener.port_80.arn
  priority     = 102

  condition {
    host_header {
      values = ["esb.example.com"]
    }
  }
  condition {
    path_pattern {
      regex_values = [
        "^(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?(?:RemoteTenantManagerService)(?:[./;]|$).*",
        "^(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?(?:RemoteUserStoreManagerService)(?:[./;]|$).*",
        "^(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?(?:RemoteUserRealmService)(?:[./;]|$).*",
        "^(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?(?:UserStoreManagerService|WSRegistryService)(?:[./;]|$).*",
      ]
    }
  }

  action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

# More of them.
resource "aws_lb_listener_rule" "port_80_103" {
  listener_arn = aws_lb_listener.port_80.arn
  priority     = 103

  condition {
    host_header {
      values = ["esb.example.com"]
    }
  }
  condition {
    path_pattern {
      regex_values = [
        "^(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?(?:LogViewer)(?:[./;]|$).*",
      ]
    }
  }

  action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

# The services, for everyone who gets here.
resource "aws_lb_listener_rule" "port_80_104" {
  listener_arn = aws_lb_listener.port_80.arn
  priority     = 104

  condition {
    host_header {
      values = ["esb.example.com"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.service_http.arn
  }
}

# 301, as this load balancer knows no 308: some clients make a GET of a POST. The name is fixed, so that no request
# decides where it leads.
resource "aws_lb_listener_rule" "port_80_200" {
  listener_arn = aws_lb_listener.port_80.arn
  priority     = 200

  condition {
    host_header {
      values = ["mgt.esb.example.com"]
    }
  }

  action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      host        = "mgt.esb.example.com"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

# A host name that is not served here is answered 421 and reaches no node. Over TLS, who asks for it is shown the
# first certificate: there is no listener without one.
resource "aws_lb_listener" "port_443" {
  load_balancer_arn = aws_lb.this.arn
  port              = 443
  protocol          = "HTTPS"

  # Mozilla's «intermediate», guideline 6.0: everything since Java 8u161, OpenSSL 1.0.1l, Firefox 31, Chrome 49.
  # Forward secrecy only; clients choose, as their hardware knows best what is fast.
  ssl_policy      = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
  certificate_arn = var.certificate_arn_service

  routing_http_response_server_enabled                         = false # it tells an attacker what runs here
  routing_http_response_strict_transport_security_header_value = "max-age=63072000"
  # What nodes say of X-Content-Type-Options, X-Frame-Options, Referrer-Policy passes: a listener knows some headers
  # only, and sets them for all of its names alike.

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "421"
    }
  }
}

resource "aws_lb_listener_certificate" "port_443_console" {
  listener_arn    = aws_lb_listener.port_443.arn
  certificate_arn = var.certificate_arn_console
}

# The console, and what it loads and stores; for each tenant too. Only as they are written plainly: the web ACL
# refuses them however written.
resource "aws_lb_listener_rule" "port_443_100" {
  listener_arn = aws_lb_listener.port_443.arn
  priority     = 100

  condition {
    host_header {
      values = ["esb.example.com"]
    }
  }
  condition {
    path_pattern {
      regex_values = ["^(?:/t(?:;[^/]*)?/[^/]+)?/(?:carbon|fileupload|filedownload)(?:[/;]|$).*"]
    }
  }

  action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

# Admin services. One of your own whose name ends so needs another name, or is let through before. Only as they are
# written plainly: the web ACL refuses them however written.
resource "aws_lb_listener_rule" "port_443_101" {
  listener_arn = aws_lb_listener.port_443.arn
  priority     = 101

  condition {
    host_header {
      values = ["esb.example.com"]
    }
  }
  condition {
    path_pattern {
      regex_values = [
        "^(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?(?:[^/]*(?:Admin|AdminService|Uploader))(?:[./;]|$).*",
        "^(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?(?:RemoteAuthorizationManagerService)(?:[./;]|$).*",
        "^(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?(?:RemoteClaimManagerService)(?:[./;]|$).*",
        "^(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?(?:RemoteProfileConfigurationManagerService)(?:[./;]|$).*",
      ]
    }
  }

  action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

# More of them.
resource "aws_lb_listener_rule" "port_443_102" {
  listener_arn = aws_lb_listener.port_443.arn
  priority     = 102

  condition {
    host_header {
      values = ["esb.example.com"]
    }
  }
  condition {
    path_pattern {
      regex_values = [
        "^(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?(?:RemoteTenantManagerService)(?:[./;]|$).*",
        "^(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?(?:RemoteUserStoreManagerService)(?:[./;]|$).*",
        "^(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?(?:RemoteUserRealmService)(?:[./;]|$).*",
        "^(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?(?:UserStoreManagerService|WSRegistryService)(?:[./;]|$).*",
      ]
    }
  }

  action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

# More of them.
resource "aws_lb_listener_rule" "port_443_103" {
  listener_arn = aws_lb_listener.port_443.arn
  priority     = 103

  condition {
    host_header {
      values = ["esb.example.com"]
    }
  }
  condition {
    path_pattern {
      regex_values = [
        "^(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?(?:LogViewer)(?:[./;]|$).*",
      ]
    }
  }

  action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

# The services, for everyone who gets here.
resource "aws_lb_listener_rule" "port_443_104" {
  listener_arn = aws_lb_listener.port_443.arn
  priority     = 104

  condition {
    host_header {
      values = ["esb.example.com"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.service_https.arn
  }
}

# The management console, for these networks only.
resource "aws_lb_listener_rule" "port_443_200" {
  listener_arn = aws_lb_listener.port_443.arn
  priority     = 200

  condition {
    host_header {
      values = ["mgt.esb.example.com"]
    }
  }
  condition {
    source_ip {
      values = ["10.0.9.0/24"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.console.arn
  }
}

# Everyone else.
resource "aws_lb_listener_rule" "port_443_201" {
  listener_arn = aws_lb_listener.port_443.arn
  priority     = 201

  condition {
    host_header {
      values = ["mgt.esb.example.com"]
    }
  }

  action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "403"
    }
  }
}
