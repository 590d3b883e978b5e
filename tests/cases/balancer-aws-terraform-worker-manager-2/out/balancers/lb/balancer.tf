# The load balancer, who reaches it, and whom it reaches.
#
# WSO2 Enterprise Service Bus 5.0.0, worker/manager pattern 2; design `esb`, load balancer `lb`.
# Written for AWS Application Load Balancer (Terraform) by wso2-design: change the design, not this file.

resource "aws_lb" "this" {
  name                       = "esb-lb"
  load_balancer_type         = "application"
  internal                   = false
  ip_address_type            = "ipv4"
  subnets                    = var.subnet_ids
  security_groups            = [aws_security_group.balancer.id]
  enable_deletion_protection = var.deletion_protection

  idle_timeout               = 300         # AWS' own 60 s would cut long calls
  enable_http2               = true        # towards clients; nodes are spoken to in HTTP/1.1
  desync_mitigation_mode     = "defensive" # what two readers could understand differently goes no further
  drop_invalid_header_fields = true        # `X_Forwarded_For` is not taken for `X-Forwarded-For`
  preserve_host_header       = true        # nodes see the public name, which their links and redirects name
  xff_header_processing_mode = "append"    # it cannot replace: only the last address is to be believed
  enable_waf_fail_open       = false       # while the web ACL does not answer, nothing passes

  dynamic "access_logs" {
    for_each = var.log_bucket == "" ? [] : [var.log_bucket]
    content {
      bucket  = access_logs.value
      prefix  = "esb-lb"
      enabled = true
    }
  }
}

resource "aws_security_group" "balancer" {
  name        = "esb-lb"
  description = "The load balancer of a WSO2 cluster"
  vpc_id      = var.vpc_id
}

# Clients reach the public ports.

resource "aws_vpc_security_group_ingress_rule" "clients_80" {
  for_each = { "0.0.0.0/0" = "0.0.0.0/0" }

  security_group_id = aws_security_group.balancer.id
  cidr_ipv4         = each.value
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
}

resource "aws_vpc_security_group_ingress_rule" "clients_443" {
  for_each = { "0.0.0.0/0" = "0.0.0.0/0" }

  security_group_id = aws_security_group.balancer.id
  cidr_ipv4         = each.value
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

# It reaches the nodes' ports, and nothing else; the nodes let it in there.

resource "aws_vpc_security_group_egress_rule" "nodes_8243" {
  security_group_id            = aws_security_group.balancer.id
  referenced_security_group_id = var.node_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 8243
  to_port                      = 8243
}

resource "aws_vpc_security_group_ingress_rule" "nodes_8243" {
  security_group_id            = var.node_security_group_id
  referenced_security_group_id = aws_security_group.balancer.id
  ip_protocol                  = "tcp"
  from_port                    = 8243
  to_port                      = 8243
}

resource "aws_vpc_security_group_egress_rule" "nodes_8280" {
  security_group_id            = aws_security_group.balancer.id
  referenced_security_group_id = var.node_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 8280
  to_port                      = 8280
}

resource "aws_vpc_security_group_ingress_rule" "nodes_8280" {
  security_group_id            = var.node_security_group_id
  referenced_security_group_id = aws_security_group.balancer.id
  ip_protocol                  = "tcp"
  from_port                    = 8280
  to_port                      = 8280
}

resource "aws_vpc_security_group_egress_rule" "nodes_9443" {
  security_group_id            = aws_security_group.balancer.id
  referenced_security_group_id = var.node_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 9443
  to_port                      = 9443
}

resource "aws_vpc_security_group_ingress_rule" "nodes_9443" {
  security_group_id            = var.node_security_group_id
  referenced_security_group_id = aws_security_group.balancer.id
  ip_protocol                  = "tcp"
  from_port                    = 9443
  to_port                      = 9443
}
